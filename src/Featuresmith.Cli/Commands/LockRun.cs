using System.CommandLine;
using System.Text;
using Featuresmith.Consuming.Locking;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;
using Featuresmith.Reporting;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Cli.Commands;

/// <summary>One run of "lock" or "upgrade": read, ask, compare, and write.</summary>
/// <param name="file">The devcontainer.json.</param>
/// <param name="sources">Where Features are read.</param>
/// <param name="parsed">The command line.</param>
internal sealed class LockRun(string file, FeatureSources sources, ParseResult parsed)
{
    private readonly TextWriter output = parsed.InvocationConfiguration.Output;
    private readonly TextWriter error = parsed.InvocationConfiguration.Error;

    /// <summary>Whether what is locked stays.</summary>
    public required bool Keep { get; init; }

    public bool Frozen { get; init; }

    public required bool DryRun { get; init; }

    /// <summary>Whether the result is the file's text, as the devcontainers CLI prints it.</summary>
    public bool PrintsFile { get; init; }

    /// <summary>A Feature of which another version is to be named first; null for none.</summary>
    public (string Id, string Version)? Retarget { get; init; }

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var before = SourceText.Read(file, CommonOptions.Show(file));
        var after = Retarget is var (id, version) ? VersionEdit.Apply(before, id, version) : before;
        var lockPath = LockFile.PathFor(file);
        var lockText = File.Exists(lockPath) ? SourceText.Read(lockPath, CommonOptions.Show(lockPath)) : null;
        var old = lockText is null ? LockFile.Empty : LockFile.Read(lockText, Keep ? bag : []);
        var configuration = JsonSyntaxTree.Parse(after, bag).RootObject;
        // A key that stands twice is not this verb's business: every reader takes the last.
        var mistakes = bag.Where(mistake => mistake.Rule == JsonSyntaxRules.InvalidJson).ToList();
        if (configuration is null || mistakes.Count > 0)
        {
            new TextReport(error, colour: false).Write(mistakes);
            error.WriteLine(
                $"{(mistakes.Count > 0 ? mistakes[0].Span.Path : after.Path)} cannot be read; nothing was written"
            );
            return ExitCode.Findings;
        }

        if (configuration.Object("features") is not { Members.Count: > 0 })
        {
            error.WriteLine($"{after.Path} asks for no Features, so there is nothing to lock");
            return ExitCode.Clean;
        }

        var resolved = await new FeatureResolver(sources, Keep ? old : LockFile.Empty).ResolveAsync(
            configuration,
            file,
            cancellation
        );
        var isSaid = lockText is not null && resolved.IsSaidBy(lockText);
        var isWritten = !Frozen && !DryRun;
        if (isWritten)
        {
            Write(file, before, after);
            if (!isSaid)
            {
                Write(lockPath, lockText, new SourceText(lockPath, resolved.Text()));
            }
        }

        Report(CommonOptions.Show(lockPath), old, resolved, isWritten && !isSaid);
        return Frozen && !isSaid ? Refuse(lockText) : ExitCode.Clean;
    }

    private void Report(string path, LockFile old, LockFile resolved, bool isWritten)
    {
        var changes = LockChange.Between(old, resolved);
        var report = new LockReport(output);
        if (parsed.WantsJson())
        {
            report.WriteJson(path, changes, isWritten);
        }
        else if (PrintsFile)
        {
            output.Write(resolved.Text());
        }
        else
        {
            report.Write(path, changes, resolved);
        }
    }

    private int Refuse(SourceText? lockText)
    {
        error.WriteLine(
            lockText is null
                ? "there is no lock file; \"featuresmith lock\" writes one"
                : "the lock file does not match; \"featuresmith lock\" mends it"
        );
        return ExitCode.Findings;
    }

    private static void Write(string path, SourceText? before, SourceText after)
    {
        if (before is not null && (before.Text, before.HasByteOrderMark) == (after.Text, after.HasByteOrderMark))
        {
            return;
        }

        byte[] mark = after.HasByteOrderMark ? [.. Encoding.UTF8.Preamble] : [];
        var writer = new FolderWriter(Path.GetDirectoryName(path)!);
        var file = new RenderedFile(
            Path.GetFileName(path),
            (byte[])[.. mark, .. Encoding.UTF8.GetBytes(after.Text)],
            false,
            path
        );
        writer.Apply(writer.Plan([file]));
    }
}
