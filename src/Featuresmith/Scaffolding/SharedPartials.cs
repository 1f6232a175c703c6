using System.Text.RegularExpressions;

namespace Featuresmith.Scaffolding;

/// <summary>The parts in templates/shared that templates include.</summary>
internal static partial class SharedPartials
{
    private const string Folder = "shared/";

    /// <summary>All that some templates include, and what that includes, sorted by path.</summary>
    /// <param name="texts">The templates.</param>
    public static IReadOnlyList<CarriedFile> NeededBy(IEnumerable<string> texts)
    {
        var needed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var open = new Stack<string>(texts);
        while (open.TryPop(out var text))
        {
            foreach (Match include in Include().Matches(text))
            {
                var path = include.Groups[1].Value;
                if (!needed.ContainsKey(path) && CarriedFile.Exists(path))
                {
                    needed[path] = CarriedFile.Read(path);
                    open.Push(needed[path]);
                }
            }
        }

        return [.. needed.Select(part => new CarriedFile(part.Key, part.Value))];
    }

    [GeneratedRegex($@"include '({Folder}[^']+)'")]
    private static partial Regex Include();
}
