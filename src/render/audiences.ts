/** Who may read a site or a picture. What is labelled for a narrower circle is left out. */
export type Audience = 'public' | 'internal' | 'confidential' | 'restricted';

/** How far the circle of readers reaches, the widest first. */
export const audiences: readonly Audience[] = ['public', 'internal', 'confidential', 'restricted'];
