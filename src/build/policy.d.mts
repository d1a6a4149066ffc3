interface More {
  /** Whether the page's script puts pages of the site into frames. */
  readonly frames?: boolean;
  /** Whether files of the site may be read in its name. */
  readonly reads?: boolean;
}
/** What a page may do, from its own text. @throws Error if it holds a script in an attribute or of somebody else */
export function policyOf(html: string, more?: More): string;
/** The page with its policy in its head. */
export function withPolicy(html: string, more?: More): string;
/** The policy that a page says itself, or nothing. */
export function saidPolicy(html: string): string | undefined;
