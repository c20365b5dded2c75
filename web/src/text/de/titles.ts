// Wie eine Rechnung heißt, die nicht mehr so ist, wie sie veröffentlicht wurde.

export const titles = {
  changed: (model: string) => `${model}, anders als veröffentlicht`,
};
