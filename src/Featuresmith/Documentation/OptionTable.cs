using Featuresmith.Definitions;

namespace Featuresmith.Documentation;

/// <summary>The options of a Feature as a Markdown table, with the columns that the devcontainers CLI writes, and the values.</summary>
internal static class OptionTable
{
    /// <summary>The table's lines; none where there are no options.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<FeatureOption> options)
    {
        if (options.Count == 0)
        {
            return [];
        }

        // A column of dashes helps nobody.
        var hasValues = options.Any(option => option.Enum is { Count: > 0 } || option.Proposals is { Count: > 0 });
        string[] head =
        [
            "Options Id",
            "Description",
            "Type",
            "Default Value",
            .. hasValues ? ["Values"] : Array.Empty<string>(),
        ];
        return
        [
            Row(head),
            $"|{string.Concat(head.Select(_ => "-----|"))}",
            .. options.Select(option =>
                Row([.. Cells(option), .. hasValues ? [Values(option)] : Array.Empty<string>()])
            ),
        ];
    }

    /// <summary>The values that an option takes, in words; "-" where nothing is said about them.</summary>
    private static string Values(FeatureOption option) =>
        option.Enum is { Count: > 0 } allowed ? List(allowed.Select(value => value.Value))
        : Proposed(option) is { Count: > 0 } proposed ? $"{List(proposed)} or any other"
        : option.Type?.Value == "boolean" ? List(["true", "false"])
        : "-";

    // That nothing may stand there is told by the default.
    private static List<string> Proposed(FeatureOption option) =>
        [.. (option.Proposals ?? []).Select(value => value.Value).Where(value => value.Length > 0)];

    private static string List(IEnumerable<string> values) => string.Join(", ", values.Select(MarkdownText.Code));

    private static string[] Cells(FeatureOption option) =>
        [
            MarkdownText.Literal(option.Id.Value),
            MarkdownText.Cell(option.Description?.Value ?? ""),
            option.Type is { } type ? MarkdownText.Literal(type.Value) : "-",
            MarkdownText.Literal(option.DefaultText ?? ""),
        ];

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
