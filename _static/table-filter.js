// Above a long table of a document: search its rows, and choose by columns with few different values.
// Without a script the whole table is there; on paper it is too.
document.addEventListener("DOMContentLoaded", () => {
  const FEW = 8; // a column with more different values offers no choice
  const plain = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
  const words = (cell) => cell.textContent.replace(/\s+/g, " ").trim();

  const labelled = (name, field) => {
    const label = document.createElement("label");
    label.append(name, field);
    return label;
  };
  const choice = (name, values) => {
    const select = document.createElement("select");
    select.append(new Option("Alles", ""), ...values.map((value) => new Option(value, value)));
    return labelled(name, select);
  };

  // Each search by the title of its table, which stands above it or on the fold it is in.
  const used = new Map();
  const named = (table) => {
    const fold = table.closest("details");
    const title = (table.caption && table.caption.querySelector("strong")) ||
      (fold && fold.querySelector("summary"));
    const name = title ? `Rijen zoeken: ${words(title).replace(/\.$/, "")}` : "Rijen zoeken";
    used.set(name, (used.get(name) || 0) + 1);
    return used.get(name) === 1 ? name : `${name} (${used.get(name)})`;
  };

  for (const table of document.querySelectorAll("table.filtered")) {
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies].flatMap((body) =>
      [...body.rows].filter((row) => !row.classList.contains("row-group")));
    const texts = new Map(rows.map((row) => {
      const group = row.parentElement.querySelector(".row-group");
      return [row, plain(`${group ? group.textContent : ""} ${row.textContent}`)];
    }));

    const search = document.createElement("input");
    search.type = "search";
    search.autocomplete = "off";
    const bar = document.createElement("div");
    bar.className = "table-filter";
    bar.setAttribute("role", "search");
    bar.setAttribute("aria-label", named(table));
    bar.append(labelled("Zoek in de tabel", search));

    const choices = [];
    heads.forEach((head, place) => {
      if (place === 0 || head.classList.contains("text-right")) return;
      const values = [...new Set(rows.map((row) => words(row.cells[place])).filter(Boolean))];
      if (values.length < 2 || values.length > FEW || 2 * values.length > rows.length) return;
      const label = choice(words(head), values.sort((a, b) => a.localeCompare(b, "nl")));
      choices.push([place, label.querySelector("select")]);
      bar.append(label);
    });

    const status = document.createElement("p");
    status.setAttribute("role", "status");
    bar.append(status);

    const apply = () => {
      const asked = plain(search.value).split(" ").filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        row.hidden = !asked.every((word) => texts.get(row).includes(word)) ||
          choices.some(([place, { value }]) => value && words(row.cells[place]) !== value);
        shown += !row.hidden;
      }
      for (const group of table.querySelectorAll("tr.row-group")) {
        group.hidden = [...group.parentElement.rows].every((row) => row === group || row.hidden);
      }
      const all = `Alle ${rows.length} rijen`;
      const some = shown === 0 ? "Geen rijen gevonden" : `${shown} van de ${rows.length} rijen`;
      status.textContent = shown === rows.length ? all : some;
    };
    bar.addEventListener("input", apply);
    table.closest(".pst-scrollable-table-container").before(bar);
    apply();
  }
});
