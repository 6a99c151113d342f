// Who follows a link to a section that folds (publishing/web/folds.py), finds it open; on paper,
// where nothing can be opened, all folds are.
{
  const unfold = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    // A name of a section stands before its heading.
    const named = place && place.matches("section > span") ? place.parentElement : place;
    const fold = named && (named.querySelector(":scope > details") || named.closest("details"));
    if (!fold || fold.open) return;
    fold.open = true;
    place.scrollIntoView();
  };
  document.addEventListener("DOMContentLoaded", unfold);
  addEventListener("hashchange", unfold);

  let printed = [];
  addEventListener("beforeprint", () => {
    printed = [...document.querySelectorAll(".bd-article details:not([open])")];
    for (const fold of printed) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of printed) fold.open = false;
  });
}
