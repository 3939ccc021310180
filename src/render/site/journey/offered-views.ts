/** Views that are pictures of one journey, by their ids; the others are tables that stand on its page already. */
export const offeredViews: readonly string[] = ['experience', 'blueprint', 'flow', 'handoffs', 'sla', 'lifecycle', 'lineage'];
