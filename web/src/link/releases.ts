// Which releases the site keeps for embeds that are to stay as they are: releases.json, beside embed.js.
import type { Release } from "../../embed/snippet.js";

/** The newest, which stands first; undefined where there is none, or the list can't be had or read. */
export async function newest(site: string): Promise<Release | undefined> {
  try {
    const answer = await fetch(new URL("releases.json", site), { cache: "no-cache" });
    const listed = (answer.ok ? await answer.json() : undefined) as
      { releases?: Partial<Release>[] } | undefined;
    const [{ version, integrity, data_version } = {}] = listed?.releases ?? [];
    return version && /^\d+\.\d+\.\d+$/.test(version) && integrity && /^sha384-[\w+/]+=*$/.test(integrity)
      ? { version, integrity, ...(typeof data_version === "string" && { data_version }) }
      : undefined;
  } catch {
    return undefined;
  }
}
