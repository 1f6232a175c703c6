namespace Featuresmith.Coverage;

/// <summary>Gives out names for scenarios, each once.</summary>
/// <param name="taken">The names that are taken already.</param>
internal sealed class ScenarioNames(IEnumerable<string> taken)
{
    // File names of test scripts too, which some file systems do not tell apart by case.
    private readonly HashSet<string> names = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>The wanted name with what a scenario's name may not hold replaced, and a number where it is taken.</summary>
    public string Take(string wanted)
    {
        var safe = string.Concat(
                wanted.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '_')
            )
            .Trim('_', '.', '-');
        safe = safe.Length > 0 ? safe : "option";
        var name = safe;
        for (var number = 2; !names.Add(name); number++)
        {
            name = $"{safe}_{number}";
        }

        return name;
    }
}
