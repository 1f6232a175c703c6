using System.Text.Json;

namespace Featuresmith.Smoke;

/// <summary>The npm package that a "devcontainer" on the PATH belongs to: reading it takes no second, starting Node does.</summary>
public static class DevContainerCliPackage
{
    private const string Name = "@devcontainers/cli";

    /// <summary>The version of the package; null where the program is not a link into it, as in an editor's own copy.</summary>
    /// <param name="program">The program's name.</param>
    /// <param name="path">Folders to look in, as the variable PATH lists them.</param>
    public static string? Version(string program, string path)
    {
        var file = path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
        try
        {
            var target = file is null ? null : File.ResolveLinkTarget(file, returnFinalTarget: true);
            if (target is not FileInfo { Directory: { } folder })
            {
                return null;
            }

            using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullName, "package.json")));
            return package.RootElement.GetProperty("name").ValueEquals(Name)
                ? package.RootElement.GetProperty("version").GetString()
                : null;
        }
        catch (Exception problem)
            when (problem
                    is IOException
                        or UnauthorizedAccessException
                        or JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
            )
        {
            // Whatever it is, it is not that package as npm installs it.
            return null;
        }
    }
}
