using System.Text.RegularExpressions;
using Featuresmith.Syntax.Shell;

namespace Featuresmith.Validation.Scripts;

/// <summary>Whether anything in a Feature's folder uses a variable.</summary>
public sealed class OptionReads
{
    // Programs that print or look up variables whose names they are given.
    private static readonly string[] Lookups =
    [
        "printenv",
        "eval",
        "compgen",
        "env",
        "declare",
        "typeset",
        "export",
        "envsubst",
    ];

    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private readonly List<string> mentions = [];

    /// <param name="feature">The Feature.</param>
    public OptionReads(FeatureFolder feature)
    {
        foreach (var script in feature.Scripts.All)
        {
            Add(script);
        }

        mentions.AddRange(
            from file in feature.Files
            where !FeatureScripts.IsShell(file) && !IsProse(file.Path)
            select file.Source.Text
        );
    }

    /// <summary>Whether a script expands the variable, or a file that is no shell script mentions it.</summary>
    public bool Contains(string variable) =>
        read.Contains(variable) || mentions.Any(text => Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(variable)}(?!\w)"));

    private static bool IsProse(string path) =>
        path is FeatureFolder.MetadataName || path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private void Add(ShellScript script)
    {
        var looksUp =
            script.All<ShellParameter>().Any(parameter => parameter.IsIndirect)
            || script.All<ShellSimpleCommand>().Any(command => Lookups.Contains(command.Name))
            || script.All<ShellWord>().Any(word => word.Literal == "-v");
        foreach (var node in script.Nodes)
        {
            switch (node)
            {
                case ShellParameter { IsVariable: true } parameter:
                    read.Add(parameter.Name);
                    break;
                case ShellArithmeticName name:
                    read.Add(name.Name);
                    break;
                // Names that an indirect expansion or a look-up may get.
                case ShellWord { Literal: { } literal } when looksUp:
                    mentions.Add(literal);
                    break;
                case ShellSimpleCommand command:
                    AddHandedOn(command);
                    break;
            }
        }
    }

    /// <summary>Text in quotation marks that another program reads as its own: sh -c '…', python3 &lt;&lt;'EOF'.</summary>
    private void AddHandedOn(ShellSimpleCommand command)
    {
        mentions.AddRange(
            command
                .Words.SelectMany(word => word.Parts)
                .OfType<ShellLiteral>()
                .Where(part => part.IsQuoted)
                .Select(part => part.Text)
        );
        // What is only written to a file is not expanded now, and later the option is gone.
        if (command.Name is not ("cat" or "tee"))
        {
            mentions.AddRange(
                command
                    .Redirections.OfType<ShellHereDocument>()
                    .Where(document => document.IsQuoted)
                    .Select(document => document.Body.Raw)
            );
        }
    }
}
