/**
 * Paper: a card or a list on A4, in the page's own fonts. What is printed stands in a sheet of its own that the screen never shows; the
 * rest of the page is left out by `base.css`.
 */

const sheetOf = (title: string, note: string): HTMLElement => {
  const sheet = document.createElement('div');
  sheet.className = 'print-sheet';
  const heading = document.createElement('h1');
  heading.textContent = title;
  const foot = document.createElement('p');
  foot.className = 'print-note';
  foot.textContent = note;
  sheet.append(heading, foot);
  return sheet;
};

/** The browser's dialog ends the script's turn in some browsers and not in others: the sheet goes when it says that it is done. */
const printed = (sheet: HTMLElement): void => {
  document.body.append(sheet);
  window.addEventListener('afterprint', () => sheet.remove(), { once: true });
  window.print();
};

/** What stands in a card: without its buttons, and masked where it is masked. */
export const printCard = (card: HTMLElement, title: string, note: string): void => {
  const sheet = sheetOf(title, note);
  const copy = card.cloneNode(true) as HTMLElement;
  for (const control of copy.querySelectorAll('button, input, nav, [role="tablist"]')) control.remove();
  sheet.append(copy);
  printed(sheet);
};

const rowOf = (tag: 'th' | 'td', texts: readonly string[]): HTMLTableRowElement => {
  const row = document.createElement('tr');
  for (const text of texts) {
    const cell = document.createElement(tag);
    cell.textContent = text;
    row.append(cell);
  }
  return row;
};

export const printTable = (
  title: string,
  note: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): void => {
  const sheet = sheetOf(title, note);
  const table = document.createElement('table');
  const head = document.createElement('thead');
  head.append(rowOf('th', headers));
  const body = document.createElement('tbody');
  for (const row of rows) body.append(rowOf('td', row));
  table.append(head, body);
  sheet.append(table);
  printed(sheet);
};
