using System.Text.Json;
using Json.Schema.Keywords;
using Json.Schema.Values;

namespace Json.Schema.Evaluation;

/// <summary>Adds the annotations (2020-12 core, section 7.7) to a tree of results.</summary>
internal static class AnnotationReader
{
    /// <summary>Annotates a result and all under it; one that says no, and all under it, has none.</summary>
    public static void Annotate(EvaluationResults results)
    {
        if (!results.IsValid || results.Node.Source.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var keyword in results.Node.Source.EnumerateObject())
        {
            if (!KeywordCatalog.Decides(JsonMember.Name(keyword)))
            {
                found[JsonMember.Name(keyword)] = keyword.Value;
            }
        }

        results.Annotations = found.Count > 0 ? found : null;
        foreach (var detail in results.Details ?? [])
        {
            Annotate(detail);
        }
    }
}
