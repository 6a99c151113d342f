// Where computed words come from: for all of a page by a button in its head, for one word by a tap.
// The explanations are in the pages (`data-source`); _static/monitor.css writes them out.
document.addEventListener("DOMContentLoaded", () => {
  const bar = document.querySelector(".article-header-buttons");
  const words = document.querySelectorAll(".bd-article span.bound[data-source]");
  if (!bar || words.length === 0) return;

  const root = document.documentElement;
  const button = document.createElement("button");
  button.className = "btn btn-sm pst-navbar-icon origins-button";
  button.title = "Herkomst van de getallen in de tekst";
  button.innerHTML =
    '<svg aria-hidden="true" class="svg-inline--fa" focusable="false" viewBox="0 0 512 512">' +
    '<path d="M190 40 140 380M352 40 302 380M60 140H480M30 280H450" fill="none" ' +
    'stroke="currentColor" stroke-width="44" stroke-linecap="round"/>' +
    '<path d="M40 470H480" stroke="currentColor" stroke-width="44" stroke-linecap="round" ' +
    'stroke-dasharray="1 87"/></svg>';
  const show = (shown) => {
    root.toggleAttribute("data-origins", shown);
    button.setAttribute("aria-pressed", shown);
    localStorage.setItem("origins", shown);
  };
  button.addEventListener("click", () => show(!root.hasAttribute("data-origins")));
  show(localStorage.getItem("origins") === "true");
  bar.prepend(button);

  for (const word of words) {
    word.addEventListener("mouseenter", () => (word.title = word.dataset.source));
    word.addEventListener("mouseleave", () => word.removeAttribute("title"));
    if (!word.closest("a, .sd-card")) {
      word.addEventListener("click", () => word.classList.toggle("explained"));
    }
  }
});
