// daisy_in_thorium.cjs BOOK: what the parser of Thorium Reader finds in a DAISY book, a folder or a ZIP, as JSON.
const src = "r2-shared-js/dist/es8-es2017/src/";
const globals = require(src + "init-globals");
globals.initGlobalConverters_GENERIC();
globals.initGlobalConverters_SHARED();
const { DaisyParsePromise, isDaisyPublication } = require(src + "parser/daisy");
const { lazyLoadMediaOverlays } = require(src + "parser/epub-daisy-common");

const titles = (links, level) => (links || []).flatMap((link) => [["h" + level, link.Title], ...titles(link.Children, level + 1)]);
const clips = (node) =>
  node.Audio ? [[node.Text, node.Audio.split("#")[0], node.AudioClipBegin, node.AudioClipEnd]] : (node.Children || []).flatMap(clips);

console.warn = console.info = () => {}; // it is astonished by the DOCTYPE of XHTML
(async () => {
  const kind = await isDaisyPublication(process.argv[2]);
  const book = await DaisyParsePromise(process.argv[2]);
  const heard = [];
  for (const link of book.Spine) {
    await lazyLoadMediaOverlays(book, link.MediaOverlays);
    heard.push({ seconds: link.MediaOverlays.duration, clips: clips(link.MediaOverlays) });
  }
  console.log(JSON.stringify({ kind, title: book.Metadata.Title, headings: titles(book.TOC, 1), heard }));
})();
