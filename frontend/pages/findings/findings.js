const form = document.querySelector("form:has(.bulk)");
form?.addEventListener("change", () => {
  const all = form.querySelector("input[name=all]")?.checked;
  const boxes = form.querySelectorAll("input[name=finding]:checked");
  for (const row of form.querySelectorAll("tr")) {
    row.classList.toggle("is-sel", row.querySelector("input[name=finding]")?.checked ?? false);
  }
  form.querySelector("[data-selected]").textContent = all ? "All that match" : boxes.length ? `${boxes.length} selected` : "Select findings";
});
