/**
 * A still is drawn at build, for text as we set it. Where the reader sets it wider, each still shows as much more at its
 * sides as its labels have grown, so that none is cut off; it gets smaller for that.
 */
export function fitStills(): void {
  new ResizeObserver(() => {
    const { letterSpacing, wordSpacing } = getComputedStyle(document.body);
    // As a browser names what nobody has changed.
    if (letterSpacing + wordSpacing === 'normal0px') return;
    for (const still of document.querySelectorAll<SVGSVGElement>('.still .drawing')) {
      // Where it is not shown it has no measures, and some browsers refuse to say so.
      if (!still.checkVisibility()) continue;
      const room = still.viewBox.baseVal;
      const { x, width } = still.getBBox();
      const right = Math.max(room.x + room.width, x + width);
      room.x = Math.min(room.x, x);
      room.width = right - room.x;
      still.setAttribute('width', `${room.width}`);
    }
  }).observe(document.body);
}
