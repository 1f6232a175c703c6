using Featuresmith.Diagnostics;
using Featuresmith.Syntax.Shell;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>
/// A file of the Feature's own folder that install.sh sources or runs is there. Only the folder reaches the image
/// (specification, "Folder structure"); what lies beside it in the repository does not.
/// </summary>
public sealed class FS210ScriptFileMissing : IFeatureRule
{
    private static readonly string[] Shells = ["sh", "bash", "dash", "ash", "zsh"];

    public RuleInfo Info { get; } = new("FS210", "script-file-missing", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from script in feature.Scripts.Installing
        let invocations = Invocation.All(script).ToList()
        // Elsewhere "./x" is another file.
        where !invocations.Any(invocation => invocation.Program is "cd" or "pushd")
        from invocation in invocations
        let word = Script(invocation)
        where word is not null && ScriptPath.IsSurelyOwn(word)
        let path = ScriptPath.Of(word)
        where path.Length > 0 && !path.Contains("..", StringComparison.Ordinal)
        where !feature.Files.Any(file => file.Path == path) && !IsMade(script, word)
        select new Finding(
            word.Span,
            $"\"{path}\" is not in the Feature's folder",
            "put the file there, because nothing outside the folder is packed, or mend the path; what a build makes is checked behind it"
        );

    private static ShellWord? Script(Invocation invocation)
    {
        if (invocation.Program is "." or "source" || Shells.Contains(invocation.Program))
        {
            return invocation.Arguments is [var first, ..] && !first.Raw.StartsWith('-') ? first : null;
        }

        var command = invocation.Command.Words[0];
        return command.Raw.StartsWith("./", StringComparison.Ordinal) ? command : null;
    }

    /// <summary>Whether the script names the file elsewhere too: it downloads, unpacks or writes it.</summary>
    private static bool IsMade(ShellScript script, ShellWord word)
    {
        var name = ScriptPath.Of(word)!.Split('/')[^1];
        return script
            .All<ShellWord>()
            .Any(other => other.Span.Start < word.Span.Start && other.Raw.Contains(name, StringComparison.Ordinal));
    }
}
