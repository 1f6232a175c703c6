namespace Featuresmith.Definitions;

/// <summary>What a Feature is, on a page of Markdown for a terminal: its options, what it needs, what it cannot stand beside.</summary>
/// <param name="metadata">What devcontainer-feature.json says.</param>
/// <param name="definition">What it was made from; null for a Feature that nobody defined here.</param>
public sealed class FeaturePage(FeatureMetadata metadata, FeatureDefinition? definition)
{
    private readonly string id = metadata.Id?.Value ?? "";

    /// <summary>The page of the Feature as a whole.</summary>
    public string Feature()
    {
        var page = new List<string>();
        page.Add($"# {id} {metadata.Version?.Value}");
        page.Add("");
        page.Add($"{metadata.Description?.Value ?? metadata.Name?.Value ?? "No description."}");
        Section(page, "Options", metadata.Options.Select(OptionLine));
        Section(page, "Needs", metadata.DependsOn.Select(member => member.Key.Value));
        Section(page, "Installed after", metadata.InstallsAfter.Select(after => after.Value));
        Section(page, "Asks the host for", Privileges());
        Section(page, "Conflicts", (definition?.Conflicts ?? []).Select(Conflict));
        Section(page, "Allowed by its definition", (definition?.Allowed ?? []).Select(Allowance));
        Section(page, "Scenarios", (definition?.Scenarios ?? []).Select(scenario => scenario.Name.Value));
        return string.Join("\n", page) + "\n";
    }

    /// <summary>The page of one option.</summary>
    public string Option(FeatureOption option)
    {
        var page = new List<string>();
        page.Add($"# {id}.{option.Id.Value}");
        page.Add("");
        page.Add($"{option.Description?.Value ?? "No description."}");
        page.Add("");
        page.Add($"- type: {option.Type?.Value ?? "string"}");
        page.Add($"- default: {Quoted(option.DefaultText ?? "")}");
        if (option.Enum is { } allowed)
        {
            page.Add($"- allowed: {Values(allowed.Select(value => value.Value))}");
        }

        if (option.Proposals is { Count: > 0 } proposed)
        {
            page.Add($"- proposed: {Values(proposed.Select(value => value.Value))}");
        }

        page.Add($"- install.sh receives it as {option.EnvironmentName}");
        Section(
            page,
            "Scenarios that set it",
            from scenario in definition?.Scenarios ?? []
            let value = scenario.Options?.Member(option.Id.Value)
            where value is not null
            select $"{scenario.Name.Value}: {value.Value.Span.Source.Text[value.Value.Span.Start..value.Value.Span.End]}"
        );
        return string.Join("\n", page) + "\n";
    }

    private static string OptionLine(FeatureOption option)
    {
        var values = option.Enum is { } allowed ? $", one of {Values(allowed.Select(value => value.Value))}" : "";
        var description = option.Description is { } text ? $": {text.Value}" : "";
        return $"{option.Id.Value} ({option.Type?.Value ?? "string"}, default {Quoted(option.DefaultText ?? "")}{values}){description}";
    }

    private IEnumerable<string> Privileges() =>
        (
            metadata.Syntax.Boolean("privileged") is { Value: true }
                ? ["a privileged container"]
                : Enumerable.Empty<string>()
        )
            .Concat(metadata.Capabilities.Select(capability => $"capability {capability.Value}"))
            .Concat(metadata.SecurityOptions.Select(option => $"security option {option.Value}"))
            .Concat(
                from mount in metadata.Mounts
                where mount.Source is not null
                select $"{mount.Type?.Value ?? "volume"} {mount.Source!.Value} at {mount.Target?.Value}"
            );

    private static string Conflict(FeatureConflict conflict) => Because(conflict.Feature.Value, conflict.Reason?.Value);

    private static string Allowance(RuleAllowance allowance) => Because(allowance.Rule.Value, allowance.Reason?.Value);

    private static string Because(string what, string? why) => why is null ? what : $"{what}: {why}";

    private static string Values(IEnumerable<string> values) => string.Join(", ", values.Select(Quoted));

    private static string Quoted(string value) => $"\"{value}\"";

    private static void Section(List<string> page, string heading, IEnumerable<string> lines)
    {
        var items = lines.ToList();
        if (items.Count > 0)
        {
            page.AddRange(["", $"## {heading}", "", .. items.Select(item => $"- {item}")]);
        }
    }
}
