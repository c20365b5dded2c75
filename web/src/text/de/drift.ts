// Welche Zahlen sich geändert haben, seit ein Link entstand: geladen, wenn es einen solchen gibt.

export const drift: typeof import("../en/drift.js").drift = {
  changed: "Was sich geändert hat",
  figure: "Zahl",
  then: "damals",
  now: "heute",
  unused: "nicht verwendet",
  more: (n) => (n === 1 ? "und eine weitere" : `und ${n} weitere`),
  same: "Keine der Zahlen, auf denen sie beruht, hat sich geändert: Der Link wurde also bearbeitet, oder der Rechenweg wurde berichtigt.",
};

/** Was eine Zahl einer Zeile ist, nach dem letzten Teil ihres Eintrags. */
export const figureName: Record<string, string> = {
  tdp_w: "Nennleistung",
  system_watts: "Leistungsaufnahme samt Rechner",
  card: "Herstellung einer Karte",
  pue: "PUE",
  lifecycle: "CO₂-Intensität",
  direct: "CO₂-Intensität",
};
export const unitName: Record<string, string> = { "1": "", year: "Jahre" };
export const peakName = "Spitzenleistung";

export const defaultName: Record<string, string> = {
  pue: "PUE, Vorgabewert",
  utilisation: "Anteil der Nennleistung, Vorgabewert",
  node_overhead: "ganzer Rechner im Verhältnis zu seinen Karten, Vorgabewert",
  mfu: "Anteil der Spitzenleistung, Vorgabewert",
  card_kg: "Herstellung einer Karte, Vorgabewert",
  host_share_kg: "Anteil einer Karte an der Herstellung ihres Rechners, Vorgabewert",
  host_share_kg_h100: "Anteil einer Karte an der Herstellung ihres Rechners (ab H100), Vorgabewert",
  lifetime_years: "Jahre im Einsatz, Vorgabewert",
  active_share: "Anteil ihrer Lebenszeit, den eine Karte arbeitet, Vorgabewert",
  active_share_own: "Anteil ihrer Lebenszeit, den eine eigene Karte arbeitet, Vorgabewert",
  desktop_kg: "Herstellung des Rechners, Vorgabewert",
  laptop_kg: "Herstellung des Laptops, Vorgabewert",
};
