// Under the files of a figure or table: copy a link to it, the figure itself, or how to cite it. What
// was done is told beside the buttons, and spoken.
document.addEventListener("DOMContentLoaded", () => {
  const known = document.querySelector("link[rel=canonical]");
  const address = (name) => {
    const url = new URL(known ? known.href : location.href);
    url.search = "";
    url.hash = name;
    return url.href;
  };
  const today = () => new Date().toLocaleDateString("nl-NL", { dateStyle: "long" });

  const copyText = async (text, done) => {
    try {
      await navigator.clipboard.writeText(text);
      return done;
    } catch {
      return `Kopiëren kan hier niet. Dit is de tekst: ${text}`;
    }
  };
  // The browser may know no images to copy, and a page on a disk cannot read its own files.
  const copyPicture = async (link, done) => {
    try {
      const read = fetch(link.href).then((answer) => answer.blob());
      await navigator.clipboard.write([new ClipboardItem({ "image/png": read })]);
      return done;
    } catch {
      return window.open(link.href, "_blank")
        ? "Kopiëren kan hier niet. De figuur is geopend in een nieuw tabblad."
        : "Kopiëren kan hier niet. Download de png.";
    }
  };

  for (const files of document.querySelectorAll("p.downloads[data-of]")) {
    const { of: name, cite } = files.dataset;
    const called = name.replace("-", " ");
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    const button = (label, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = label;
      made.addEventListener("click", async () => {
        status.textContent = ""; // or the same text would not be spoken again
        status.textContent = await act();
      });
      return made;
    };
    const picture = files.querySelector("a[href$='.png']");
    const bar = document.createElement("p");
    bar.className = "downloads sharing";
    bar.append(
      button("Kopieer link", () =>
        copyText(address(name), `De link naar ${called} is gekopieerd.`)),
      ...(picture ? [button("Kopieer figuur", () =>
        copyPicture(picture, `Het plaatje van ${called} is gekopieerd.`))] : []),
      button("Kopieer bronvermelding", () =>
        copyText(`${cite} ${address(name)}, bekeken op ${today()}.`,
          `De bronvermelding van ${called} is gekopieerd.`)),
      " ",
      status,
    );
    files.after(bar);
  }
});
