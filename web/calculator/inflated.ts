// Bytes that stand in a script or a document, where none can be fetched from beside it.

/** `packed`: deflated as zlib does it, then as base64. */
export async function inflated(packed: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
