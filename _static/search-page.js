// The page to search: who comes there can type at once, and summaries of what is found show the
// text of a page, not its menus and code.
document.addEventListener("DOMContentLoaded", () => {
  if (typeof Search === "undefined") return; // only the search page has it
  document.querySelector(".bd-search-container input").select();
  const plain = Search.htmlToText;
  Search.htmlToText = (html, anchor) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const apart = "div.highlight, .bd-header-article, .bd-sidebar-secondary, footer, .sd-tab-set > label";
    page.querySelectorAll(apart).forEach((tag) => tag.remove());
    return plain(page.documentElement.outerHTML, anchor);
  };
});
