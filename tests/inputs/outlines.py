"""What an input yields, told in short: the pieces as they stand in the tree that grows from them, their runs, cells."""

from collections.abc import Sequence
from dataclasses import fields

from editions.manuscript.pieces import Piece
from editions.model import Block, Item, List, Node, Section
from editions.model.tree import Leaf, grown, walk


def tree(found: Sequence[Piece]) -> tuple[Node, ...]:
    blocks = (Block(str(number), p.kind, p.text, (), p.runs, p.line) for number, p in enumerate(found))
    return grown(Leaf(block, p.level, p.within, p.cells) for block, p in zip(blocks, found, strict=True))


def kinds(found: Sequence[Piece]) -> list[tuple[str, int, str]]:
    """Kind, depth and words of each piece: the level of a heading's section, the lists around an item, else 0."""
    told: list[tuple[str, int, str]] = []
    for step in walk(tree(found)):
        if isinstance(step.node, Block):
            around = step.parents[-1] if step.parents else None
            depth = 0
            if isinstance(around, Section) and step.node is around.heading:
                depth = around.level
            elif isinstance(around, Item) and step.node.kind == "item":
                depth = sum(isinstance(parent, List) for parent in step.parents)
            told.append((step.node.kind, depth, step.node.text))
    return told


def marked(piece: Piece) -> list[tuple[str, str, str]]:
    """Type, words and detail of each run."""
    return [
        (
            type(run).__name__.lower(),
            piece.text[run.span.start : run.span.end],
            "".join(str(getattr(run, field.name)) for field in fields(run) if field.name != "span"),
        )
        for run in piece.runs
    ]


def celled(piece: Piece) -> list[tuple[str, str, str]]:
    """Header, words and place of each cell: ``row,column``, then ``rows×columns`` when it spans several."""
    return [
        (
            cell.header,
            piece.text[cell.span.start : cell.span.end],
            f"{cell.row},{cell.column}" + (f" {cell.rows}×{cell.columns}" if cell.rows * cell.columns > 1 else ""),
        )
        for cell in piece.cells
    ]


def shape(nodes: Sequence[Node | Item]) -> str:
    """A tree on one line: ``List(Item(item List(Item(item))) Item(item))``."""
    told = (node.kind if isinstance(node, Block) else f"{type(node).__name__}({shape(node.parts)})" for node in nodes)
    return " ".join(told)
