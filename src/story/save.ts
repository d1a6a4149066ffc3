/** How long the browser may take to begin with a file that was made here, milliseconds. */
const BEGIN = 1000;

/** Hands the reader a file that was made in the page. */
export function save(name: string, content: Blob): void {
  const href = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), BEGIN);
}
