// The menu of survey rounds (publishing/web/switcher.py) leads to the section that is read, where the
// other round has it too, and closes as menus do.
document.addEventListener("DOMContentLoaded", () => {
  const menu = document.querySelector(".rounds > details");

  const topOf = (element) => element.getBoundingClientRect().top;
  // Not what is behind another tab.
  const isInSight = (element) =>
    element.getClientRects().length > 0 && topOf(element) >= 0 && topOf(element) < innerHeight;
  // The section that the address names, as long as that place is in sight. Else the one whose heading
  // stands in the upper quarter of what the bar leaves of the window, or the one that began before.
  const reading = () => {
    const named = document.querySelector(".bd-article :target");
    if (named && isInSight(named)) return named.closest("section[id]");
    const { bottom } = menu.closest(".bd-header-article").getBoundingClientRect();
    const sections = [...document.querySelectorAll(".bd-article section[id]")].filter(
      (section) => topOf(section) < bottom + (innerHeight - bottom) / 4);
    return sections.find((section) => topOf(section) >= bottom) || sections.pop();
  };
  const leadOn = ({ target }) => {
    const link = target.closest("a[data-sections]");
    if (!link) return;
    const there = JSON.parse(link.dataset.sections);
    let section = reading();
    while (section && !Object.hasOwn(there, section.id)) {
      section = section.parentElement.closest("section[id]");
    }
    link.hash = section ? there[section.id] : "";
  };
  // Followed here, in another tab, or copied.
  for (const kind of ["click", "auxclick", "contextmenu"]) menu.addEventListener(kind, leadOn);

  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!menu.contains(target)) menu.open = false;
  });
  // Who comes back finds it closed.
  addEventListener("pagehide", () => (menu.open = false));
});
