// Who follows a link to a section that folds (publishing/web/folds.py), finds it open.
{
  const unfold = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = place && (place.querySelector(":scope > details") || place.closest("details"));
    if (!fold || fold.open) return;
    fold.open = true;
    place.scrollIntoView();
  };
  document.addEventListener("DOMContentLoaded", unfold);
  addEventListener("hashchange", unfold);
}
