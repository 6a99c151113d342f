// Where computed words come from. A click on one opens its explanation, which is in the page
// (`data-source`). The button in the head of the page lets keys and screen readers come to each:
// until it is asked for, a page has no more stops and says no more than its prose.
document.addEventListener("DOMContentLoaded", () => {
  const bar = document.querySelector(".article-header-buttons");
  // Without a text that was left unsaid, which has nothing to explain, and without links.
  const said = ".bd-article span.bound[data-source]:not(:empty)";
  const words = [...document.querySelectorAll(said)].filter((word) => !word.closest("a"));
  if (!bar || words.length === 0 || !("popover" in HTMLElement.prototype)) return;

  const box = document.createElement("span");
  box.id = "herkomst";
  box.popover = "auto";
  box.lang = "nl";
  box.tabIndex = -1;
  box.autofocus = true;
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", "Herkomst");

  let open = null; // the word whose explanation is shown
  let before = null; // the one that was when a press began: the browser then closes it
  const place = (word) => {
    const { left, bottom, top } = word.getClientRects()[0];
    const below = bottom + box.offsetHeight + 12 < innerHeight;
    box.style.left = `${Math.max(8, Math.min(left, innerWidth - box.offsetWidth - 16))}px`;
    box.style.top = `${scrollY + (below ? bottom + 6 : top - box.offsetHeight - 6)}px`;
  };
  const explain = (word) => {
    box.replaceChildren(...word.dataset.source.split("; ").map((text) =>
      Object.assign(document.createElement("span"), { textContent: text })));
    word.after(box);
    box.showPopover();
    place(word);
  };
  box.addEventListener("toggle", ({ newState }) => {
    open = newState === "open" ? box.previousElementSibling : null;
  });
  box.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    box.hidePopover();
    box.previousElementSibling.focus(); // where a word takes it
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget) box.hidePopover(); // who goes on with the tab key
  });
  document.addEventListener("pointerdown", () => (before = open), true);
  for (const word of words) {
    word.addEventListener("click", () => {
      if (word !== before && getSelection().isCollapsed) explain(word);
      before = null;
    });
    word.addEventListener("keydown", (event) => {
      if (event.target !== word || !["Enter", " "].includes(event.key)) return;
      event.preventDefault();
      explain(word);
    });
  }

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
    const names = { role: "button", tabindex: 0, "aria-haspopup": "dialog" };
    for (const word of words) {
      for (const [name, value] of Object.entries(names)) {
        if (shown) word.setAttribute(name, value);
        else word.removeAttribute(name);
      }
    }
  };
  button.addEventListener("click", () => show(!root.hasAttribute("data-origins")));
  show(localStorage.getItem("origins") === "true");
  bar.prepend(button);
});
