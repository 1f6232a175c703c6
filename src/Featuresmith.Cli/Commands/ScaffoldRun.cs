using System.CommandLine;
using Featuresmith.Rendering;
using Featuresmith.Reporting;

namespace Featuresmith.Cli.Commands;

/// <summary>Writes what a scaffold makes, and says so. What is there already is somebody's, and stays.</summary>
/// <param name="root">The repository's root.</param>
/// <param name="parsed">The command line.</param>
/// <param name="dryRun">Whether nothing is written.</param>
internal sealed class ScaffoldRun(string root, ParseResult parsed, bool dryRun)
{
    /// <param name="files">The files, with paths below the root.</param>
    public void Write(IReadOnlyList<RenderedFile> files)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var writer = new FolderWriter(root);
        var plan = writer.Plan(files);
        var created = plan.Where(change => change.Kind == FolderChangeKind.Created).ToList();
        if (!dryRun)
        {
            writer.Apply(created);
        }

        if (parsed.WantsJson())
        {
            new ChangeJsonReport(output).Write(created, [], isWritten: !dryRun);
        }
        else
        {
            new ChangeReport(output).Write(created, withDifferences: false);
        }

        foreach (var change in plan.Where(change => change.Kind == FolderChangeKind.Changed))
        {
            error.WriteLine($"left as it is: {change.Path}, which differs from the one that belongs to this template");
        }
    }
}
