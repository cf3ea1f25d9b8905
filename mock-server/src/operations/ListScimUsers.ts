import type { Operation } from "./operation.js";

export const listScimUsers: Operation<"UsersService_ListScimUsers"> = ({ query }, { lists }) => {
  const { startIndex = 1, count = 20 } = query;
  const people = [...lists.users];
  const resources = people.slice(startIndex - 1, startIndex - 1 + count).map((user) => ({
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
    id: user.id,
    userName: user.email,
    active: user.deactivatedAt === null,
    name: { givenName: user.firstname, familyName: user.lastname },
  }));
  return {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    totalResults: people.length,
    startIndex,
    itemsPerPage: resources.length,
    Resources: resources,
  };
};
