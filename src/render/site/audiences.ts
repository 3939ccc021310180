/** How far the circle of readers reaches, the widest first. */
export const audiences = ['public', 'internal', 'confidential', 'restricted'] as const;

/** Who may read the site. What is labelled for a narrower circle is left out. */
export type Audience = (typeof audiences)[number];
