// Pictures of SVG drawings in pixels, made without a browser: the same pixels on every machine, because the renderer is
// WebAssembly and the fonts are those of a package, never the machine's.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { crc32, deflateSync } from "node:zlib";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

const { resolve } = createRequire(import.meta.url);
const read = (file: string): Buffer => readFileSync(resolve(file));

const family = "Source Serif 4";
const fonts = ["400Regular/SourceSerif4_400Regular.ttf", "700Bold/SourceSerif4_700Bold.ttf"];
const load = async (): Promise<Buffer[]> => {
  await initWasm(read("@resvg/resvg-wasm/index_bg.wasm"));
  return fonts.map((file) => read(`@expo-google-fonts/source-serif-4/${file}`));
};
let loaded: ReturnType<typeof load> | undefined;

/** A PNG as large as the drawing says. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const fontBuffers = await (loaded ??= load());
  const drawing = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: family, serifFamily: family } });
  const image = drawing.render();
  try {
    return indexed(image.pixels, image.width, image.height) ?? image.asPng();
  } finally {
    image.free();
    drawing.free();
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** With a table of its colours, which takes less than half of the bytes; undefined if there are too many, or holes. */
function indexed(rgba: Uint8Array, width: number, height: number): Buffer | undefined {
  const pixels = new DataView(rgba.buffer, rgba.byteOffset, rgba.byteLength);
  const numbers = new Map<number, number>();
  // Before each row stands how it is filtered: not at all.
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0, to = 0; at < rgba.length; at += 4) {
    const colour = pixels.getUint32(at);
    let number = numbers.get(colour);
    if (number === undefined) numbers.set(colour, (number = numbers.size));
    if (to % (width + 1) === 0) ++to;
    rows[to++] = number;
  }
  const colours = [...numbers.keys()];
  if (colours.length > 256 || colours.some((colour) => (colour & 0xff) !== 0xff)) return undefined;
  const table = Buffer.alloc(3 * colours.length);
  colours.forEach((colour, i) => table.writeUIntBE(colour >>> 8, 3 * i, 3));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // 8 bits for each pixel, which are numbers in the table.
  head.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("PLTE", table),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
