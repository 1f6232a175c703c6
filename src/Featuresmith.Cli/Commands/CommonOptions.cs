using System.CommandLine;
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

    public static Option<string[]> Features() =>
        new("--features", "-f")
        {
            Description = "Only these Features (default: all)",
            HelpName = "ID",
            AllowMultipleArgumentsPerToken = true,
        };

    public static Option<bool> NoColor() =>
        new("--no-color") { Description = "No colours; NO_COLOR in the environment does the same" };

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

    /// <summary>Whether colours may be written.</summary>
    public static bool Colour(ParseResult parsed, Option<bool> noColor, TextWriter output) =>
        !parsed.GetValue(noColor)
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && ReferenceEquals(output, Console.Out)
        && !Console.IsOutputRedirected;

    /// <summary>A path as messages show it: relative below the current folder, where that is shorter, else absolute.</summary>
    public static string Show(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
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
