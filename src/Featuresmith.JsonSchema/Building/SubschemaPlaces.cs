using System.Text.Json;
using Json.Pointer;
using Json.Schema.Values;

namespace Json.Schema.Building;

/// <summary>Which keywords of a dialect hold subschemas, and in what shape; elsewhere an <c>$id</c> is only data.</summary>
internal static class SubschemaPlaces
{
    /// <summary>The subschemas directly under a schema, each with its pointer from there.</summary>
    public static IEnumerable<(string Pointer, JsonElement Schema)> In(JsonElement schema, Draft draft)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var name = JsonMember.Name(keyword);
            var path = "/" + JsonPointer.Escape(name);
            switch (ShapeOf(name, draft), keyword.Value.ValueKind)
            {
                case (Shape.One or Shape.OneOrList, JsonValueKind.Object):
                    yield return (path, keyword.Value);
                    break;
                case (Shape.List or Shape.OneOrList, JsonValueKind.Array):
                    var index = 0;
                    foreach (var item in keyword.Value.EnumerateArray())
                    {
                        yield return ($"{path}/{index++}", item);
                    }

                    break;
                case (Shape.Map, JsonValueKind.Object):
                    foreach (var entry in keyword.Value.EnumerateObject())
                    {
                        yield return ($"{path}/{JsonPointer.Escape(JsonMember.Name(entry))}", entry.Value);
                    }

                    break;
            }
        }
    }

    private static Shape ShapeOf(string keyword, Draft draft) =>
        keyword switch
        {
            "not" or "if" or "then" or "else" or "contains" or "propertyNames" or "additionalProperties" => Shape.One,
            "allOf" or "anyOf" or "oneOf" => Shape.List,
            "properties" or "patternProperties" or "definitions" or "dependencies" => Shape.Map,
            "items" => draft < Draft.V202012 ? Shape.OneOrList : Shape.One,
            "additionalItems" when draft < Draft.V202012 => Shape.One,
            "prefixItems" when draft >= Draft.V202012 => Shape.List,
            "$defs" or "dependentSchemas" when draft >= Draft.V201909 => Shape.Map,
            "unevaluatedItems" or "unevaluatedProperties" or "contentSchema" when draft >= Draft.V201909 => Shape.One,
            _ => Shape.None,
        };

    private enum Shape
    {
        None,
        One,
        List,
        OneOrList,
        Map,
    }
}
