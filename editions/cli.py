"""The ``editions`` command, and the only place where errors become messages and exit codes.

A command is a file of ``commands/`` that holds a click command named ``command``; it is imported only when it is run
or listed. Exit codes are those of ``errors``; 130 for Ctrl-C, 143 for SIGTERM, 129 for SIGHUP, 1 (with a traceback)
for a bug.
"""

import contextlib
import errno
import gc
import os
import re
import signal
import sys
from types import FrameType
from typing import NoReturn

import click

from editions import __version__, registry
from editions.errors import REFUSALS, EditionError, reason
from editions.terminal import squeezed


def _show_help(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(ctx.get_help())
        ctx.exit()


def _with_help(command: click.Command) -> click.Command:
    """The command with its help option in French, in place of click's own."""
    if command.add_help_option:
        command.add_help_option = False
        command.params.append(
            click.Option(
                ["-h", "--help"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_help,
                help="Affiche cette aide.",
            )
        )
    return command


class Stopped(BaseException):
    """A signal, raised where the program stands so that every ``finally`` runs.

    Ctrl-C too: an interpreter that sees its own KeyboardInterrupt inside an import may end by the signal, whoever
    caught it, instead of with our code.
    """

    def __init__(self, number: int) -> None:
        """``number``: of the signal."""
        super().__init__(number)
        self.number = number


class Commands(click.Group):
    """The files of ``commands/``, by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the day's work."""
        found = registry.names("commands")
        usual = [name for name in ("new", "build", "check", "explain", "verify", "voices") if name in found]
        return usual + [name for name in found if name not in usual]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, its usage and help in French."""
        if cmd_name not in registry.names("commands"):
            return None
        return _with_help(registry.load("commands", cmd_name).command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands with one line each."""
        rows = []
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None:
                rows.append((name, command.get_short_help_str(90)))
        with formatter.section("Commandes"):
            formatter.write_dl(rows)


@click.group(cls=Commands, subcommand_metavar="COMMANDE [ARGUMENTS]…")
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s", help="Affiche la version.")
def editions() -> None:
    """Transforme des articles de presse en édition accessible : MP3 à écouter, PDF en gros caractères."""


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    _open_streams()
    os.environ.setdefault("PATH", os.defpath)  # pydub asks for it when it is imported
    _listen()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # UTF-8 everywhere, also where the locale says otherwise
            stream.reconfigure(encoding="utf-8", errors="replace" if stream is not sys.stdin else "surrogateescape")
    try:
        code = _with_help(editions).main(standalone_mode=False, prog_name="editions")
    except EditionError as error:
        for mistake in error.each:
            _complain(str(mistake), mistake.hint)
        code = error.exit_code
    except click.ClickException as error:
        _complain(*_in_french(error))
        code = 2
    except Stopped as stop:
        _complain("interrompu", "Relancez la même commande : elle reprend où elle en était.")
        code = 128 + stop.number
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        code = _refused(error)
    gc.freeze()  # Python ends by looking for garbage among all there is: it goes anyway
    sys.exit(code if isinstance(code, int) else 0)


def _listen() -> None:
    """Be stopped by signals, but for those that whoever started us has us ignore, as nohup does."""
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):  # Windows has no SIGHUP, which a terminal that closes sends
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def _open_streams() -> None:
    """Give the process the standard streams that whoever started it has closed, as services and windows do.

    Else a file of ours would take their numbers, and what is printed would go into it.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY if name == "stdin" else os.O_WRONLY)  # takes the lowest number, this one
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, "r" if name == "stdin" else "w", encoding="utf-8", closefd=False))


def _refused(error: OSError) -> int:
    """The code of what the system refuses: a full disk, a file without rights… All else is a bug of ours."""
    if error.errno not in REFUSALS:
        raise error
    place = f"{error.filename} : " if isinstance(error.filename, str) else ""
    if error.errno == errno.ENOSPC and not place:  # what is still to be printed will not go out either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        place = "sortie standard : "
    _complain(f"{place}{reason(error)}", "Faites de la place, ou vérifiez les droits, puis relancez la même commande.")
    return EditionError.exit_code


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    raise Stopped(number)


def _complain(message: str, hint: str = "") -> None:
    with contextlib.suppress(OSError):  # the terminal was closed, the log's disk is full: nobody is left to be told
        click.echo(f"Erreur : {squeezed(message)}", err=True)
        if hint:
            click.echo(f"Conseil : {squeezed(hint)}", err=True)


_REFUSALS = (
    (r"(\S+?)(?:\.0)? is not in the range (\S+?)<=x<=(\S+?)\.", r"\1 n'est pas entre \2 et \3"),
    (r"'(.*)' is not one of (.+)\.", r"« \1 » n'est pas parmi \2"),
    (r"'(.*)' is not a valid integer(?: range)?\.", r"« \1 » n'est pas un nombre entier"),
    (r"'(.*)' is not a valid float(?: range)?\.", r"« \1 » n'est pas un nombre"),
    (r"\w+ '(.*)' does not exist\.", r"« \1 » est introuvable"),
    (r"\w+ '(.*)' is a directory\.", r"« \1 » est un dossier"),
    (r"\w+ '(.*)' is a file\.", r"« \1 » n'est pas un dossier"),
    (r"\w+ '(.*)' is not (?:readable|writable)\.", r"« \1 » : accès interdit"),
)
"""What click says of a value, and the same in French."""


def _refusal(message: str) -> str:
    for pattern, french in _REFUSALS:
        if found := re.fullmatch(pattern, message):
            return found.expand(french)
    return f"valeur refusée ({message})"


def _place(error: click.BadParameter) -> str:
    """The option as it is written, the argument as the help names it."""
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.make_metavar() if error.param else str(error.param_hint)


def _in_french(error: click.ClickException) -> tuple[str, str]:
    """Message and advice for a mistake on the command line."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    hint = f"Voir « {ctx.command_path} --help »." if ctx else "Voir « editions --help »."
    if isinstance(error, click.NoSuchOption):
        close = f" ; peut-être {' ou '.join(error.possibilities)} ?" if error.possibilities else ""
        return f"option inconnue {error.option_name}{close}", hint
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar() if error.param else error.param_hint
        return f"il manque {name}", hint
    if isinstance(error, click.BadOptionUsage):
        return f"l'option {error.option_name} attend une valeur", hint
    if isinstance(error, click.BadParameter):
        return f"{_place(error)} : {_refusal(error.message)}", hint
    if isinstance(error, click.FileError):
        return f"{error.ui_filename} : fichier illisible", hint
    if isinstance(error, click.UsageError) and "No such command" in error.message:
        return f"commande inconnue {error.message.split(chr(39))[1]}", hint
    return error.format_message(), hint
