// Sorts a table by the column whose heading is pressed; the page is complete without it.
for (const table of document.querySelectorAll('table[data-sortable]')) {
  const headings = [...table.tHead.rows[0].cells];
  headings.filter(th => 'sort' in th.dataset).forEach(th => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = th.textContent;
    th.replaceChildren(button);
    button.addEventListener('click', () => {
      const descending = th.getAttribute('aria-sort') !== 'descending';
      headings.forEach(other => other.removeAttribute('aria-sort'));
      th.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      const value = row => Number(row.cells[th.cellIndex].dataset.value);
      const rows = [...table.tBodies[0].rows];
      rows.sort((a, b) => descending ? value(b) - value(a) : value(a) - value(b));
      rows.forEach((row, i) => { row.cells[0].textContent = i + 1; });
      table.tBodies[0].append(...rows);
    });
  });
}
