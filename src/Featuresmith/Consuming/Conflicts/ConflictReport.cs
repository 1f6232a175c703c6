using Featuresmith.Diagnostics;

namespace Featuresmith.Consuming.Conflicts;

/// <summary>What stands in each other's way in one container.</summary>
/// <param name="Conflicts">The conflicts, each at a Feature's reference in devcontainer.json.</param>
/// <param name="Unknown">What could not be looked at, each with the reason: it may conflict too.</param>
public sealed record ConflictReport(IReadOnlyList<Diagnostic> Conflicts, IReadOnlyList<string> Unknown)
{
    /// <summary>The conflicts that another report does not have, wherever they stand now.</summary>
    public IReadOnlyList<Diagnostic> Beyond(ConflictReport other) =>
        [
            .. Conflicts.Where(conflict =>
                other.Conflicts.All(known => (known.Rule.Id, known.Message) != (conflict.Rule.Id, conflict.Message))
            ),
        ];
}
