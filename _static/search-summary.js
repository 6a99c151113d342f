// Summaries of search results show the text of a page, not its menus and computations.
document.addEventListener("DOMContentLoaded", () => {
  if (typeof Search === "undefined") return; // only the search page has it
  const plain = Search.htmlToText;
  Search.htmlToText = (html, anchor) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const apart = "details.hide, .bd-header-article, .bd-sidebar-secondary, footer, .sd-tab-set > label";
    page.querySelectorAll(apart).forEach((tag) => tag.remove());
    return plain(page.documentElement.outerHTML, anchor);
  };
});
