/** The five parts of the claim, in the order in which the story asks about them. */
export const PARTS = ['who', 'whom', 'often', 'when', 'so'] as const;
export type Part = (typeof PARTS)[number];

export type SentenceView = Readonly<{ lit: Part | 'all' }>;

/** What the reader can light. */
export const LIGHTS = ['all', ...PARTS] as const;
