// Three parsers of captions read a .vtt and an .srt: node captions_in_players.cjs FILE.vtt FILE.srt → JSON on stdout.
// Each cue as [milliseconds, milliseconds, text]; what a parser complains of ends the run.
const fs = require("fs");
const [vtt, srt] = process.argv.slice(2).map((name) => fs.readFileSync(name, "utf8"));
const complain = (parser, errors) => {
  if (errors.length) throw new Error(`${parser}: ${JSON.stringify(errors)}`);
};
const milliseconds = (seconds) => Math.round(seconds * 1000);

const strict = require("node-webvtt").parse(vtt, { strict: true });
complain("node-webvtt", strict.errors);
const { WebVTTParser } = require("webvtt-parser");
const standard = new WebVTTParser().parse(vtt, "subtitles");
complain("webvtt-parser", standard.errors);
const subtitle = (text) =>
  require("subtitle").parseSync(text).filter((node) => node.type === "cue").map(({ data }) => [data.start, data.end, data.text]);

console.log(JSON.stringify({
  "node-webvtt": strict.cues.map((cue) => [milliseconds(cue.start), milliseconds(cue.end), cue.text]),
  "webvtt-parser": standard.cues.map((cue) => [milliseconds(cue.startTime), milliseconds(cue.endTime), cue.text]),
  "subtitle, vtt": subtitle(vtt),
  "subtitle, srt": subtitle(srt),
  names: strict.cues.map((cue) => cue.identifier),
}));
