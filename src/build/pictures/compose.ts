/** The whole picture around a drawing: status, title, drawing, source and licence, so that none of them gets lost. */
import type { Box } from '../../charts/space.ts';
import { balance, textWidth, wrap } from '../../charts/text.ts';
import type { PictureOrder } from '../../site/page.ts';
import { escapeHtml } from '../../site/snippets.ts';

export interface Drawn {
  /** The drawing as SVG elements, styles written as attributes. */
  readonly inner: string;
  readonly width: number;
  readonly height: number;
}

type Said = PictureOrder['said'];

/** Colours of tokens.css on paper. */
export type Palette = Readonly<Record<string, string>>;

interface Style {
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
  readonly family?: 'Sans' | 'Serif';
}

/** Lines of text from a first baseline. */
function lines(texts: readonly string[], x: number, y: number, leading: number, style: Style): string {
  const { size, fill, weight = 450, family = 'Sans' } = style;
  return texts
    .map(
      (text, at) =>
        `<text x="${x}" y="${y + at * leading}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeHtml(text)}</text>`,
    )
    .join('');
}

function badge(said: Said, palette: Palette, x: number, y: number, size: number): string {
  const width = textWidth(said.label, size, true) + size * 1.6;
  const colour = palette[`--${said.status}`] ?? '#000';
  const tint = palette[`--${said.status}-tint`] ?? '#eee';
  const dash =
    said.status === 'simulated' ? ` stroke="${colour}" stroke-width="1.5" stroke-dasharray="4 3"` : '';
  return `<rect x="${x}" y="${y}" width="${width}" height="${size * 1.9}" rx="5" fill="${tint}"${dash}/>${lines([said.label], x + size * 0.75, y + size * 1.3, 0, { size, fill: colour, weight: 620 })}`;
}

const open = (width: number, height: number, said: Said, palette: Palette): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t d"><title id="t">${escapeHtml(said.title)}</title><desc id="d">${escapeHtml(`${said.label}. ${said.alt} ${said.source} ${said.licence}`)}</desc><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="${palette['--unknown'] ?? '#63636e'}" stroke-width="1.6"/></pattern></defs><rect width="${width}" height="${height}" fill="${palette['--paper'] ?? '#fff'}"/>`;

/** A figure to be shown on a page of somebody else: 800 pixels wide, as high as it needs. */
export function figurePicture(drawn: Drawn, said: Said, palette: Palette): string {
  const ink = palette['--ink'] ?? '#000';
  const soft = palette['--ink-3'] ?? '#666';
  const room = 720;
  const title = balance(said.title, 26, room, true);
  const summary = wrap(said.summary, 16, room);
  const source = wrap(`${said.source}`, 13, room);
  let y = 40;
  let body = badge(said, palette, 40, y, 13);
  y += 58;
  body += lines(title, 40, y, 32, { size: 26, fill: ink, weight: 640 });
  y += title.length * 32 - 4;
  body += lines(summary, 40, y, 23, { size: 16, fill: palette['--ink-2'] ?? ink });
  y += summary.length * 23;
  body += `<svg x="40" y="${y}" width="${drawn.width}" height="${drawn.height}" viewBox="0 0 ${drawn.width} ${drawn.height}">${drawn.inner}</svg>`;
  y += drawn.height + 34;
  body += lines(source, 40, y, 19, { size: 13, fill: soft });
  y += source.length * 19 + 6;
  body += lines([`${said.site} · ${said.licence}`], 40, y, 0, { size: 13, fill: soft, weight: 620 });
  return `${open(800, y + 30, said, palette)}${body}</svg>`;
}

/** The dashed frame round words. */
const dashed = ({ x, y, width, height }: Box, thick: number, stroke: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="none" stroke="${stroke}" stroke-width="${thick}" stroke-dasharray="${3 * thick} ${2 * thick}" stroke-linecap="round"/>`;

/** The title's last words in the dashed frame, as on the opening. */
function outlined(text: string, x: number, y: number, size: number, ink: string, frame: string): string {
  // The serif runs a little narrower than the sans that is reckoned with.
  const width = textWidth(text, size, true) * 0.96 + 32;
  const box = { x, y: y - size * 1.02, width, height: size * 1.42 };
  return `${dashed(box, 4, frame)}${lines([text], x + 16, y, 0, { size, fill: ink, weight: 600, family: 'Serif' })}`;
}

/** The picture that goes with a link, 1200 by 630: never a bare number, always its status and its title. */
export function cardPicture(drawn: Drawn, said: Said, palette: Palette): string {
  const ink = palette['--ink'] ?? '#000';
  const soft = palette['--ink-3'] ?? '#666';
  const frame = palette['--simulated'] ?? '#53c';
  const { framed = '' } = said;
  const size = framed ? 52 : said.title.length > 80 ? 36 : 42;
  const title = balance(said.title.slice(0, said.title.length - framed.length), size, 440, true).slice(0, 8);
  const top = 228 + (framed ? 14 : 0);
  const last = top + title.length * size * 1.2 + 18;
  const scale = Math.min(560 / drawn.width, 470 / drawn.height);
  const width = drawn.width * scale;
  const height = drawn.height * scale;
  const source = wrap(said.source, 17, 1080).slice(0, 2);
  const brand = said.site;
  const box = { x: 56, y: 48, width: textWidth(brand, 22, true) + 36, height: 46 };
  return `${open(1200, 630, said, palette)}${dashed(box, 3, frame)}${lines([brand], 74, 79, 0, { size: 22, fill: ink, weight: 640 })}${badge(said, palette, 56, 130, 19)}${lines(title, 56, top, size * 1.2, { size, fill: ink, weight: 600, family: 'Serif' })}${framed ? outlined(framed, 56, last, size, ink, frame) : ''}<svg x="${1144 - width}" y="${Math.max(56, 290 - height / 2)}" width="${width}" height="${height}" viewBox="0 0 ${drawn.width} ${drawn.height}">${drawn.inner}</svg>${lines(source, 56, 610 - source.length * 22, 22, { size: 17, fill: soft })}</svg>`;
}
