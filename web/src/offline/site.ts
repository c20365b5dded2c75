/** Of the folder that the site stands in. The script that this becomes a part of is in assets/. */
export const site = import.meta.url.replace(/assets\/[^/]*$/, "");
