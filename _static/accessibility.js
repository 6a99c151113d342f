// What assistive technology needs and only a script can do. See publishing/web/accessibility.py.
document.addEventListener("DOMContentLoaded", () => {
  // The theme measures which tables can scroll, and so take the focus, when the window changes;
  // what a tab or a fold brings into sight has to be measured too.
  const measure = () => window.dispatchEvent(new Event("resize"));
  document.addEventListener("change", measure);
  document.addEventListener("toggle", measure, true);

  // The theme takes the focus away from these buttons, and who uses keys has to start anew.
  const buttons = ".theme-switch-button, .search-button, .primary-toggle, .secondary-toggle";
  for (const button of document.querySelectorAll(buttons)) button.blur = () => {};

  // The button for light and dark says what is chosen now.
  const root = document.documentElement;
  const words = { light: "licht", dark: "donker", auto: "zoals het systeem" };
  const nameButtons = () => {
    for (const button of document.querySelectorAll(".theme-switch-button")) {
      button.setAttribute("aria-label", `Licht of donker: ${words[root.dataset.mode]}`);
    }
  };
  nameButtons();
  new MutationObserver(nameButtons).observe(root, { attributeFilter: ["data-mode"] });
});
