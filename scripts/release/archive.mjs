// A release as one file: plain files in a tar, compressed. Written and read here rather than by the system's tar: the
// same files give the same bytes everywhere, and what has no place in a release is seen before any of it is on a disk.
import { gunzipSync, gzipSync } from "node:zlib";

const block = 512;
/** Bytes, unpacked: many times what a release has. */
const most = 64 * 2 ** 20;
/** Seconds. Some programs warn of files that are as old as the epoch. */
const time = Date.UTC(2000, 0) / 1000;

const padded = (size) => Math.ceil(size / block) * block;
const octal = (value, digits) => `${value.toString(8).padStart(digits, "0")}\0`;
/** Of a header, in which the sum itself counts as spaces. */
const sumOf = (header) => header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 32 : byte), 0);

function headerOf(path, size) {
  if (Buffer.byteLength(path) > 100) throw new Error(`${path} is too long a name for a tar`);
  const header = Buffer.alloc(block);
  header.write(path, 0);
  header.write(octal(0o644, 7) + octal(0, 7) + octal(0, 7) + octal(size, 11) + octal(time, 11), 100);
  header.write("0", 156);
  header.write("ustar\x0000", 257);
  header.write(`${octal(sumOf(header), 6)} `, 148);
  return header;
}

const byName = ([a], [b]) => (a < b ? -1 : Number(a > b));

/** @param {[path: string, bytes: Buffer][]} files */
export function archived(files) {
  const parts = [...files]
    .sort(byName)
    .flatMap(([path, bytes]) => [
      headerOf(path, bytes.length),
      bytes,
      Buffer.alloc(padded(bytes.length) - bytes.length),
    ]);
  // Node's gzip has no time and no name in it.
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(2 * block)]), { level: 9 });
}

const textIn = (header, from, to) => {
  const field = header.toString("utf8", from, to);
  return field.includes("\0") ? field.slice(0, field.indexOf("\0")) : field;
};

function unzipped(bytes) {
  try {
    return gunzipSync(bytes, { maxOutputLength: most });
  } catch {
    throw new Error(`it is no whole gzip file of at most ${most / 2 ** 20} MB`);
  }
}

/**
 * What is in an archive, whatever it is: whether that may be kept is for others to say.
 * @returns {{ path: string, plain: boolean, bytes: Buffer }[]}
 * @throws {Error} if it can't be read to its end
 */
export function entriesOf(bytes) {
  const tar = unzipped(bytes);
  const entries = [];
  for (let at = 0; ;) {
    const header = tar.subarray(at, at + block);
    if (header.length < block) throw new Error("the tar in it ends too early");
    if (header.every((byte) => byte === 0)) return entries;
    const size = parseInt(textIn(header, 124, 136), 8);
    if (sumOf(header) !== parseInt(textIn(header, 148, 156), 8) || !(size >= 0))
      throw new Error(`the tar in it is damaged at byte ${at}`);
    const folder = textIn(header, 345, 500);
    const kind = textIn(header, 156, 157);
    const content = tar.subarray(at + block, at + block + size);
    if (content.length < size) throw new Error("the tar in it ends too early");
    entries.push({
      path: `${folder ? `${folder}/` : ""}${textIn(header, 0, 100)}`,
      plain: kind === "0" || kind === "",
      bytes: content,
    });
    at += block + padded(size);
  }
}
