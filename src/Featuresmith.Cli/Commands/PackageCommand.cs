using System.CommandLine;
using Featuresmith.Packaging;

namespace Featuresmith.Cli.Commands;

/// <summary>Makes the files that are published.</summary>
internal static class PackageCommand
{
    public static Command Build()
    {
        var target = CommonOptions.PackTarget();
        var output = new Option<DirectoryInfo>("--output-folder", "-o")
        {
            Description = "Where the archives go",
            HelpName = "DIR",
            DefaultValueFactory = _ => new DirectoryInfo("output"),
        };
        var force = new Option<bool>("--force-clean-output-folder", "-f")
        {
            Description =
                "Write into a folder that holds something; archives and collection metadata in it are removed first",
        };
        var command = new VerbCommand(
            "package",
            "Check Features and pack them, with the same bytes on every machine and day.",
            "featuresmith package features/src -o output -f"
        )
        {
            target,
            output,
            force,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var error = parsed.InvocationConfiguration.Error;
                var path = CommonOptions.PackPath(parsed.GetValue(target));
                var folder = new PackageFolder(parsed.GetValue(output)!.FullName);
                var shown = CommonOptions.Show(parsed.GetValue(output)!.FullName);
                if (folder.IsTaken && !parsed.GetValue(force))
                {
                    throw new UsageException(
                        $"{shown} holds something already; name another folder with -o, or write into it with -f"
                    );
                }

                if (new CheckedCollection(error, cancellation).Pack(path) is not { } collection)
                {
                    return Task.FromResult(ExitCode.Findings);
                }

                folder.Clean();
                folder.Write(collection);
                error.WriteLine($"{collection.Features.Count} Features packed into {shown}");
                return Task.FromResult(ExitCode.Clean);
            }
        );
        return command;
    }
}
