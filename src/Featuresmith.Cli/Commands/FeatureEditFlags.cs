using System.CommandLine;
using System.CommandLine.Parsing;
using Featuresmith.Consuming;
using Featuresmith.Consuming.Editing;
using Featuresmith.Consuming.Lookup;
using Featuresmith.Reporting;

namespace Featuresmith.Cli.Commands;

/// <summary>The flags of the verbs that edit a devcontainer.json, and how they end.</summary>
internal sealed class FeatureEditFlags
{
    private readonly Option<bool> dryRun = new("--dry-run")
    {
        Description = "Say what would happen, and change nothing",
    };

    private readonly Option<bool> diff = new("--diff") { Description = "Also print the change, as patch reads it" };

    private readonly Option<bool> allowConflict = new("--allow-conflict")
    {
        Description = "Write also where the Feature stands in another's way",
    };

    /// <summary>Which devcontainer.json is meant.</summary>
    public WorkspaceFlags Workspace { get; } = new();

    /// <summary>The Feature that is meant.</summary>
    public static Argument<string> Feature(string description) => new("FEATURE") { Description = description };

    /// <summary>Options and their values.</summary>
    public static Option<KeyValuePair<string, string>[]> Options() =>
        new("--option", "-o")
        {
            Description = "An option and its value; may be repeated",
            HelpName = "NAME=VALUE",
            CustomParser = ParseOptions,
        };

    /// <summary>How much of the version is named.</summary>
    public static Option<string?> Pin(string usual)
    {
        var pin = new Option<string?>("--pin")
        {
            Description = $"How much of the version is named: major, minor, exact or digest (default: {usual})",
            HelpName = "LEVEL",
        };
        pin.AcceptOnlyFromAmong("major", "minor", "exact", "digest");
        return pin;
    }

    /// <summary>The level that a word means; null for none.</summary>
    public static VersionPin? Level(string? pin) => pin is null ? null : Enum.Parse<VersionPin>(pin, ignoreCase: true);

    public void AddTo(Command command, bool mayConflict)
    {
        Workspace.AddTo(command);
        command.Add(dryRun);
        command.Add(diff);
        if (mayConflict)
        {
            command.Add(allowConflict);
        }
    }

    /// <summary>Carries a change out, unless something is against it, and reports it.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="change">The change.</param>
    /// <param name="done">What is said of it when it is made, such as "added".</param>
    /// <param name="would">What is said of it with --dry-run.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Finish(ParseResult parsed, FeatureChange change, string done, string would)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var path = CommonOptions.Show(change.Edit.File);
        var isBlocked = change.Conflicts.Count > 0 && !parsed.GetValue(allowConflict);
        var isDry = parsed.GetValue(dryRun);
        if (!isBlocked && !isDry)
        {
            change.Edit.Apply();
        }

        if (parsed.WantsJson())
        {
            var text = parsed.GetValue(diff) ? Difference(change.Edit, path) : null;
            output.WriteLine(FeatureChangeJson.Write(change, path, !isBlocked && !isDry, text));
        }
        else
        {
            var said =
                isBlocked ? null
                : isDry ? would
                : change.Edit.ChangesAnything ? done
                : "nothing to change";
            new FeatureChangeReport(output, error, parsed.WantsColour()).Write(change, said, path);
            output.Write(parsed.GetValue(diff) ? Difference(change.Edit, path) : "");
        }

        if (isBlocked)
        {
            error.WriteLine(
                $"{path} was not changed; \"featuresmith choose\" helps to choose, --allow-conflict writes all the same"
            );
        }

        return isBlocked ? ExitCode.Findings : ExitCode.Clean;
    }

    private static string Difference(DevContainerEdit edit, string path)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new UnifiedDiff(text).Write(path, edit.Before?.Text ?? "", edit.After ?? "");
        return text.ToString();
    }

    private static KeyValuePair<string, string>[] ParseOptions(ArgumentResult result)
    {
        var options = new List<KeyValuePair<string, string>>();
        foreach (var token in result.Tokens)
        {
            if (token.Value.Split('=', 2) is [{ Length: > 0 } name, var value])
            {
                options.Add(KeyValuePair.Create(name, value));
            }
            else
            {
                result.AddError($"\"{token.Value}\" is not of the form NAME=VALUE");
            }
        }

        return [.. options];
    }
}
