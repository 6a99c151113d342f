// The page for wrong addresses: names the page that the address looks like most, if any does.
document.addEventListener("DOMContentLoaded", () => {
  const plain = (text) => {
    const letters = text.toLowerCase().normalize("NFD").replace(/\.html?$/, "");
    return letters.replace(/[^a-z]/g, "");
  };
  let wanted = "";
  try {
    wanted = plain(decodeURIComponent(location.pathname).split("/").filter(Boolean).pop() || "");
  } catch {
    return; // an address that is no text is like none
  }
  // How much of the longer of two names would have to change; nothing where one holds the other.
  const apart = (name) =>
    wanted.length > 3 && name.includes(wanted)
      ? 0
      : lettersApart(wanted, name) / Math.max(wanted.length, name.length, 1);
  const links = [...document.querySelectorAll("#chapters a")].map((link) => {
    const names = [link.pathname.split("/").pop(), link.textContent].map(plain);
    return { link, apart: Math.min(...names.map(apart)) };
  });
  const [nearest] = links.sort((one, other) => one.apart - other.apart);
  if (!nearest || nearest.apart > 0.4) return;
  const told = document.getElementById("nearest");
  told.append("Zocht u misschien ", nearest.link.cloneNode(true), "?");
});
