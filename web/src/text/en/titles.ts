// What a sum is called that is no longer as it was published.

export const titles = {
  changed: (model: string) => `Changed from ${model} as published`,
};
