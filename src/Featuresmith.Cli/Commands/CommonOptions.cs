using System.CommandLine;
using System.CommandLine.Completions;
using Featuresmith.Cli.Completion;
using Featuresmith.Definitions;

namespace Featuresmith.Cli.Commands;

/// <summary>The flags that several verbs share, so that they mean the same everywhere.</summary>
internal static class CommonOptions
{
    public static Option<DirectoryInfo?> ProjectFolder() =>
        new("--project-folder", "-p")
        {
            Description = "Where to look for features/collection.jsonc, upwards (default: the current folder)",
            HelpName = "DIR",
        };

    public static Option<string[]> Features()
    {
        var features = new Option<string[]>("--features", "-f")
        {
            Description = "Only these Features (default: all)",
            HelpName = "ID",
            AllowMultipleArgumentsPerToken = true,
        };
        features.CompletionSources.Add(_ => KnownNames.Features().Select(name => new CompletionItem(name)));
        return features;
    }

    public static Argument<string?> PackTarget() =>
        new("TARGET")
        {
            Description =
                "A Feature's folder, a folder of Features, or a repository (default: the collection around the current folder)",
            Arity = ArgumentArity.ZeroOrOne,
        };

    /// <summary>The path that is packed.</summary>
    /// <exception cref="UsageException">It does not exist.</exception>
    public static string PackPath(string? given)
    {
        var here = Directory.GetCurrentDirectory();
        var path = given ?? CollectionRepository.Find(here)?.Root ?? here;
        return Directory.Exists(path) ? path : throw new UsageException($"{path} is no folder");
    }

    /// <summary>A path as messages show it: relative below the current folder, where that is shorter, else absolute.</summary>
    public static string Show(string path)
    {
        var here = Directory.GetCurrentDirectory();
        // What lies below is by far the most that is shown.
        if (
            path.StartsWith(here, StringComparison.Ordinal)
            && path.Length > here.Length + 1
            && path[here.Length] == Path.DirectorySeparatorChar
            && !path.AsSpan(here.Length).Contains("/.", StringComparison.Ordinal)
        )
        {
            return path[(here.Length + 1)..].Replace('\\', '/');
        }

        var relative = Path.GetRelativePath(here, path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }

    /// <summary>The repository that a command works in.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static CollectionRepository Repository(DirectoryInfo? folder)
    {
        var start = folder?.FullName ?? Directory.GetCurrentDirectory();
        if (!Directory.Exists(start))
        {
            throw new UsageException($"{start} does not exist; give an existing folder with --project-folder");
        }

        return CollectionRepository.Find(start)
            ?? throw new UsageException(
                $"neither {start} nor a folder above it has features/collection.jsonc, which marks a collection; "
                    + "go to one, or name it with --project-folder"
            );
    }
}
