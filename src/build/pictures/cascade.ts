/**
 * A drawing's styles worked out without a browser: selectors matched, custom properties and `light-dark()` resolved
 * for paper, everything written as plain attributes. What programs other than browsers can draw needs no more.
 */
import type { Element, Root } from 'hast';
import { selectAll } from 'hast-util-select';
import postcss, { type Rule } from 'postcss';

/** What SVG knows as attributes; of these, what children inherit. */
const INHERITED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'paint-order',
  'color',
  'visibility',
];
const OWN = ['opacity', 'display', 'transform', 'vector-effect'];

type Values = Map<string, string>;

interface Declared {
  readonly weight: number;
  readonly property: string;
  readonly value: string;
}

/** Ids, then classes and attributes, then elements: enough for selectors without `:is()` lists of unlike weight. */
function weightOf(selector: string): number {
  const count = (pattern: RegExp): number => selector.match(pattern)?.length ?? 0;
  return (
    count(/#[\w-]+/g) * 10_000 +
    count(/\.[\w-]+|\[|:(?!:|not|is|where)[\w-]+/g) * 100 +
    count(/(^|[\s>+~(])[a-z]/g)
  );
}

function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  postcss.parse(css).each((node) => {
    // Media, starting styles and the like are about screens and motion.
    if (node.type === 'rule') rules.push(node);
  });
  return rules;
}

/** `a, b(c, d)` split at the commas outside of brackets. */
function commas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += letter;
  }
  return [...parts, part.trim()];
}

/** Replaces each call of a function, innermost first. */
function replaceCalls(text: string, name: string, use: (args: string[]) => string): string {
  for (;;) {
    const at = text.lastIndexOf(`${name}(`);
    if (at < 0) return text;
    let depth = 0;
    let end = at + name.length;
    do {
      if (text[end] === '(') depth += 1;
      if (text[end] === ')') depth -= 1;
      end += 1;
    } while (depth > 0 && end < text.length);
    text = text.slice(0, at) + use(commas(text.slice(at + name.length + 1, end - 1))) + text.slice(end);
  }
}

const channels = (colour: string): [number, number, number] => {
  const hex = colour.replace('#', '').replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
  return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
};

/** `color-mix(in srgb, A 30%, B)` of two hexadecimal colours; with `transparent` as B, the colour with an opacity. */
function mix([, first = '', second = '']: string[]): string {
  const [colour = '', part = '50%'] = first.split(' ');
  const share = parseFloat(part) / 100;
  if (second === 'transparent') {
    const [r, g, b] = channels(colour);
    return `rgba(${r}, ${g}, ${b}, ${share})`;
  }
  const [a, b] = [channels(colour), channels(second.split(' ')[0] ?? '')];
  return `#${a
    .map((value, at) =>
      Math.round(value * share + (b[at] ?? 0) * (1 - share))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** `calc()` of numbers and pixels. */
function calc([sum = '']: string[]): string {
  const plain = sum.replaceAll('px', '');
  if (!/^[\d\s.+*/()-]+$/.test(plain)) return sum;
  return String(Math.round(Number(new Function(`return ${plain}`)()) * 1000) / 1000);
}

function resolve(value: string, custom: Values): string {
  let text = value;
  for (let depth = 0; depth < 8 && text.includes('var('); depth += 1)
    text = replaceCalls(text, 'var', ([name = '', ...rest]) => {
      const value = custom.get(name);
      return value === undefined || value === 'initial' ? rest.join(', ') : value;
    });
  text = replaceCalls(text, 'light-dark', ([light = '']) => light);
  text = replaceCalls(text, 'color-mix', mix);
  return replaceCalls(text, 'calc', calc).trim();
}

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Custom properties of `:root`, resolved for paper. */
export function tokensOf(css: string): Map<string, string> {
  const tokens: Values = new Map();
  for (const rule of rulesOf(css))
    if (rule.selectors.includes(':root'))
      for (const node of rule.nodes)
        if (node.type === 'decl' && node.prop.startsWith('--')) tokens.set(node.prop, node.value);
  for (const [name, value] of tokens) tokens.set(name, resolve(value, tokens));
  return tokens;
}

/**
 * Writes every element's computed style as attributes and takes classes, links and names away.
 * @param css the site's styles, tokens of `:root` among them
 */
export function inline(tree: Root, css: string): void {
  const declared = new Map<Element, Declared[]>();
  const root = tokensOf(css);
  for (const rule of rulesOf(css)) {
    const declarations = rule.nodes.flatMap((node) =>
      node.type === 'decl' ? [{ property: node.prop, value: node.value }] : [],
    );
    for (const scoped of rule.selectors) {
      // Svelte writes its scope a second time so that it weighs nothing; here it need not be written at all.
      const selector = scoped.replace(/:where\([^)]*\)/g, '');
      // States, parts and ways to read belong to a screen; what is left must match inside a drawing.
      if (/:(?!not|is)[\w-]|\bhtml\b|^\[data-/.test(selector)) continue;
      const found = selectAll(selector, tree) as Element[];
      const weight = weightOf(selector);
      for (const element of found)
        for (const one of declarations) {
          const list = declared.get(element) ?? [];
          declared.set(element, [...list, { weight, ...one }]);
        }
    }
  }
  const visit = (element: Element, inherited: Values, custom: Values, outer: number): void => {
    const mine = (declared.get(element) ?? []).toSorted((a, b) => a.weight - b.weight);
    const style = String(element.properties['style'] ?? '');
    for (const part of style.split(';')) {
      const colon = part.indexOf(':');
      if (colon > 0)
        mine.push({
          weight: 1e9,
          property: part.slice(0, colon).trim(),
          value: part.slice(colon + 1).trim(),
        });
    }
    const ownCustom: Values = new Map(custom);
    for (const { property, value } of mine) if (property.startsWith('--')) ownCustom.set(property, value);
    for (const [name, value] of ownCustom)
      if (value.includes('var(')) ownCustom.set(name, resolve(value, ownCustom));
    const values: Values = new Map(inherited);
    const own: Values = new Map();
    for (const name of [...INHERITED, ...OWN]) {
      const attribute = element.properties[camel(name)] ?? element.properties[name];
      if (attribute !== undefined && attribute !== null)
        (INHERITED.includes(name) ? values : own).set(name, String(attribute));
    }
    for (const { property, value } of mine) {
      if (property === 'font') readFont(resolve(value, ownCustom), values);
      else if (INHERITED.includes(property)) values.set(property, resolve(value, ownCustom));
      else if (OWN.includes(property)) own.set(property, resolve(value, ownCustom));
    }
    // Painters do not know strokes that keep their width: the width is divided by what it will be scaled by.
    const scaled = /scale\(\s*([\d.]+)/.exec(
      own.get('transform') ?? String(element.properties['transform'] ?? ''),
    )?.[1];
    const scale = outer * Number(scaled ?? 1);
    if (own.get('vector-effect') === 'non-scaling-stroke') {
      own.delete('vector-effect');
      // Stretched one way only, a stroke cannot be drawn even; without it the shape is right.
      if (/scaleX/.test(own.get('transform') ?? '')) own.set('stroke', 'none');
      for (const name of ['stroke-width', 'stroke-dasharray']) {
        const parts = (values.get(name) ?? (name === 'stroke-width' ? '1' : 'none')).split(/[\s,]+/);
        own.set(
          name,
          parts
            .map((part) =>
              part === 'none' ? part : String(Math.round((parseFloat(part) / scale) * 1e5) / 1e5),
            )
            .join(' '),
        );
      }
    }
    const wanted =
      element.tagName === 'g' || element.tagName === 'a' || element.tagName === 'svg'
        ? own
        : new Map([...values, ...own]);
    const current = values.get('color') ?? '#000';
    const gone = new Set([
      'className',
      'style',
      'href',
      'tabIndex',
      'ariaLabel',
      'ariaHidden',
      'role',
      ...[...INHERITED, ...OWN].map(camel),
    ]);
    element.properties = Object.fromEntries(
      Object.entries(element.properties).filter(([name]) => !gone.has(name)),
    );
    for (const [name, value] of wanted) {
      if (name === 'color' || value === '' || value === 'inherit') continue;
      const number = /^(-?[\d.]+)px$/.exec(value)?.[1];
      element.properties[name] =
        name === 'transform'
          ? value
              .replaceAll('px', '')
              .replaceAll(/translate([XY])\(([^)]*)\)/g, (_, axis: string, by: string) =>
                axis === 'X' ? `translate(${by} 0)` : `translate(0 ${by})`,
              )
              .replaceAll(/scaleX\(([^)]*)\)/g, 'scale($1 1)')
          : (number ?? value.replace(/currentcolor/i, current));
    }
    for (const child of element.children)
      if (child.type === 'element') visit(child, values, ownCustom, scale);
  };
  for (const child of tree.children) if (child.type === 'element') visit(child, new Map(), root, 1);
}

/** The parts of the shorthand that a picture needs: weight, size, family. */
function readFont(value: string, values: Values): void {
  const found = /^(italic )?(\d+)?\s*([\d.]+)(rem|px)?(?:\/[\d.]+)?\s+(.+)$/.exec(value);
  if (!found) return;
  const [, italic, weight, size = '', unit, family = ''] = found;
  if (italic) values.set('font-style', 'italic');
  if (weight) values.set('font-weight', weight);
  values.set('font-size', String(Number(size) * (unit === 'rem' ? 16 : 1)));
  values.set('font-family', family);
}
