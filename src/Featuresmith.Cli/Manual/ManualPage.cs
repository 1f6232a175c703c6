using System.CommandLine;
using System.CommandLine.Help;
using System.Reflection;
using Featuresmith.Cli.Commands;

namespace Featuresmith.Cli.Manual;

/// <summary>The whole command line as a manual page (man(7), "Conventions for writing Linux man pages"), made from the verbs themselves.</summary>
/// <param name="writer">Where the page goes.</param>
internal sealed class ManualPage(TextWriter writer)
{
    private static readonly (int Code, string Meaning)[] ExitCodes =
    [
        (ExitCode.Clean, "Nothing to say."),
        (ExitCode.Findings, "Findings, drift, failed tests, or no test at all."),
        (ExitCode.Usage, "A wrong command line, or input that cannot be read."),
        (ExitCode.Pending, "Nothing is wrong and something would change; only with --detailed-exitcode."),
        (ExitCode.Environment, "The environment lacks something: an engine, the devcontainers CLI."),
        (ExitCode.Refused, "A registry refused, failed or could not be reached."),
        (ExitCode.Interrupted, "Interrupted; what the run had made is removed."),
    ];

    /// <summary>Writes the page.</summary>
    public void Write(RootCommand root)
    {
        var version = typeof(ManualPage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!;
        // No date: the same program prints the same page on every day.
        Line($".TH FEATURESMITH 1 \"\" \"featuresmith {Roff.Text(version.InformationalVersion.Split('+')[0])}\"");
        Section("NAME");
        // The rest of a page's name line is what apropos(1) shows: no full stop.
        Line($"featuresmith \\- {Roff.Text(Lower(root.Description!.TrimEnd('.')))}");
        Section("SYNOPSIS");
        Line(".B featuresmith");
        Line("\\fIVERB\\fR [\\fIARGUMENT\\fR ...] [\\fIOPTION\\fR ...]");
        Section("VERBS");
        foreach (var (words, verb) in Verbs(root, ""))
        {
            WriteVerb(words, verb);
        }

        Section("OPTIONS OF EVERY VERB");
        foreach (var option in root.Options.Where(option => option.Recursive || option is HelpOption))
        {
            WriteOption(option);
        }

        Section("EXIT STATUS");
        foreach (var (code, meaning) in ExitCodes)
        {
            Entry($"\\fB{code}\\fR", meaning);
        }

        Section("EXAMPLES");
        foreach (var (_, verb) in Verbs(root, ""))
        {
            Line($".RS 4\n.nf\n{Roff.Text(verb.Example)}\n.fi\n.RE");
        }
    }

    private static IEnumerable<(string Words, VerbCommand Verb)> Verbs(Command command, string words) =>
        from verb in command.Subcommands.OfType<VerbCommand>()
        where !verb.Hidden
        let name = $"{words} {verb.Name}".TrimStart()
        from found in verb.Subcommands.Count > 0 ? Verbs(verb, name) : [(name, verb)]
        select found;

    private void WriteVerb(string words, VerbCommand verb)
    {
        Line($".SS {Roff.Text(words)}");
        var arguments = string.Concat(verb.Arguments.Select(argument => $" {Synopsis(argument)}"));
        Line($"\\fBfeaturesmith {Roff.Text(words)}\\fR{arguments} [\\fIOPTION\\fR ...]");
        Line(".PP");
        Line(Roff.Paragraph(verb.Description!));
        foreach (var argument in verb.Arguments)
        {
            Entry($"\\fI{Roff.Text(argument.Name)}\\fR", argument.Description ?? "");
        }

        foreach (var option in verb.Options.Where(option => !option.Hidden))
        {
            WriteOption(option);
        }
    }

    private static string Synopsis(Argument argument)
    {
        var name = $"\\fI{Roff.Text(argument.Name)}\\fR{(argument.Arity.MaximumNumberOfValues > 1 ? " ..." : "")}";
        return argument.Arity.MinimumNumberOfValues > 0 ? name : $"[{name}]";
    }

    private void WriteOption(Option option)
    {
        var names = option.Aliases.Append(option.Name).Where(name => !name.StartsWith('/') && !name.Contains('?'));
        var written = string.Join(
            ", ",
            names.OrderBy(name => name.Length).Select(name => $"\\fB{Roff.Text(name)}\\fR")
        );
        var value = option.HelpName is { } help ? $" \\fI{Roff.Text(help)}\\fR" : "";
        Entry(written + value, option.Description ?? "");
    }

    private void Section(string heading) => Line($".SH {heading}");

    private void Entry(string tag, string text)
    {
        Line(".TP");
        Line(tag);
        Line(Roff.Paragraph(text.TrimEnd('.') + "."));
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private void Line(string line) => writer.Write(line + "\n");
}
