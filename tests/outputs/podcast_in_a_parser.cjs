// A parser of Podcasting 2.0 reads a feed: node podcast_in_a_parser.cjs FEED.xml → JSON on stdout.
const { parseFeed } = require("podcast-partytime");
const feed = parseFeed(require("fs").readFileSync(process.argv[2], "utf8"), { allowMissingGuid: false });
if (!feed) throw new Error("no feed");
console.log(JSON.stringify(feed));
