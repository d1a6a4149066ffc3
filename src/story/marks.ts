/** One tab stop a drawing: the arrow keys go from mark to mark. */
export function wireMarks(): void {
  document.addEventListener('keydown', walk);
}

function walk(event: KeyboardEvent): void {
  const mark = (event.target as Element).closest?.('a.mark');
  const drawing = mark?.closest('.drawing');
  if (!mark || !drawing) return;
  const marks = [...drawing.querySelectorAll<SVGAElement>('a.mark')];
  const at = marks.indexOf(mark as SVGAElement);
  const to =
    event.key === 'ArrowRight' || event.key === 'ArrowDown'
      ? at + 1
      : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
        ? at - 1
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? marks.length - 1
            : -1;
  const next = marks[to];
  if (!next) return;
  event.preventDefault();
  for (const other of marks) other.setAttribute('tabindex', other === next ? '0' : '-1');
  next.focus();
}
