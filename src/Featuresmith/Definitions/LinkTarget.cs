namespace Featuresmith.Definitions;

/// <summary>Where a symbolic link of a Feature leads, judged by its text alone.</summary>
public static class LinkTarget
{
    /// <summary>Whether a link leads out of the Feature's folder.</summary>
    /// <param name="path">The link's path below the folder, with forward slashes.</param>
    /// <param name="target">What the link holds.</param>
    public static bool Leaves(string path, string target)
    {
        if (target.StartsWith('/'))
        {
            return true;
        }

        var depth = path.Count(character => character == '/');
        foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            depth += part switch
            {
                ".." => -1,
                "." => 0,
                _ => 1,
            };
            if (depth < 0)
            {
                return true;
            }
        }

        return false;
    }
}
