"""Commands that speak Dutch: click's own words are English and come from code, not from data."""

from __future__ import annotations

import re
from typing import IO, Any

import click
from click.exceptions import NoArgsIsHelpError

from participatiemonitor.plain_text import terminal


class WholeNumber(click.IntRange):
    """A whole number as people write it; Python itself also takes ``1_0`` and ``٣``."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Read a number."""
        if isinstance(value, str) and not re.fullmatch("-?(0|[1-9][0-9]{0,18})", value):
            self.fail(value, param, ctx)
        return super().convert(value, param, ctx)


class DutchUsageError(click.UsageError):
    """A typing error on the command line, told in Dutch; exit code 2 as with click."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message and where to find help."""
        path = self.ctx.command_path if self.ctx else "monitor"
        click.echo(terminal(f"{self.message}\nUitleg: {path} --help"), file=file, err=True)


class DutchCommand(click.Command):
    """A command with Dutch help and Dutch complaints."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as click does, and complain in Dutch."""
        try:
            return super().parse_args(ctx, args)
        except NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise DutchUsageError(_complaint(error, ctx), ctx) from error

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Explain ``--help`` itself."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze uitleg."
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Name the options in Dutch."""
        return [
            piece.replace("[OPTIONS]", "[OPTIES]") for piece in super().collect_usage_pieces(ctx)
        ]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Begin with ``Gebruik:``."""
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), "Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options under a Dutch heading."""
        rows = [
            record
            for parameter in self.get_params(ctx)
            if isinstance(parameter, click.Option) and (record := parameter.get_help_record(ctx))
        ]
        if rows:
            with formatter.section("Opties"):
                formatter.write_dl(rows)


class DutchGroup(DutchCommand, click.Group):
    """A group with Dutch help and Dutch complaints; its commands have them too."""

    command_class = DutchCommand
    group_class = type  # subgroups are of the same class

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or name the ones there are."""
        if self.get_command(ctx, args[0]) is None:
            known = ", ".join(self.list_commands(ctx))
            raise DutchUsageError(f"Onbekende opdracht: {args[0]:.80}. Kies uit: {known}.", ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options, and the commands below them."""
        super().format_options(ctx, formatter)
        rows = [
            (name, command.get_short_help_str(60))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name))
        ]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)


def _complaint(error: click.UsageError, ctx: click.Context) -> str:
    match error:
        case click.NoSuchOption():
            return f"Onbekende optie: {error.option_name:.80}."
        case click.BadOptionUsage():
            return f"De optie {error.option_name} verwacht een waarde."
        case click.MissingParameter() if error.param:
            return f"Er ontbreekt een argument: {_name(error.param, ctx)}."
        case click.BadParameter() if error.param:
            kind = error.param.type
            bounds = (
                f" van {kind.min} tot en met {'oneindig' if kind.max is None else kind.max}"
                if isinstance(kind, click.IntRange)
                else ""
            )
            name = _name(error.param, ctx)
            return f"Ongeldige waarde voor {name}; verwacht: een geheel getal{bounds}."
    return "Er staan te veel argumenten."


def _name(parameter: click.Parameter, ctx: click.Context) -> str:
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.make_metavar(ctx).strip("[]")
